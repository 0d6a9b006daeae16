"""The card reader: from a card in the field to an event that carries no raw id."""
