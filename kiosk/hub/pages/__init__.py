"""The pages that a shopper's phone opens, rendered here and whole without JavaScript."""
