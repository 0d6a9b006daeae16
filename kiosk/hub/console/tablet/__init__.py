"""The staff's tablet: who asks for advice, what a customer shows for a while, and what is done for her then."""
