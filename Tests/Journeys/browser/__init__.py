"""The pages as browsers show them: crawled, judged, and walked through in Chromium."""
