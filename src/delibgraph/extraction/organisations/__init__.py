"""The organisations that prose names, and what is said of them."""
