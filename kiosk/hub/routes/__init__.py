"""The loyalty API, one noun each: what comes in is checked here, what goes out is stated here."""
