"""Sums of money: which are granted to whom, which are merely talked about."""
