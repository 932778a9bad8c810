"""What the journeys share: a running service, its provinces, their people, and what people do."""
