"""What the shopper sees: scenes of the core, drawn by Qt Quick."""
