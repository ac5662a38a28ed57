"""Training: worked examples as scenarios for a room, a pack for its facilitator, and feedback for one person."""
