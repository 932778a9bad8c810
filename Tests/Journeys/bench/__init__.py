"""Performance of a release build: the work of a province's day, under load, with the CPU that it costs."""
