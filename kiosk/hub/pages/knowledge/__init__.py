"""What the store knows of a member, as she reads it, takes it along, or has it erased."""
