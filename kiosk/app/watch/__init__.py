"""Watches over the threads of the program, and over the glass."""
