"""What belongs to a member, table by table: told to her whole, and erased whole."""
