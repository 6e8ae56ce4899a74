"""Public registers that the user hands over: what they confirm gets its number, what they contradict is a finding."""

from delibgraph.registers.consulting import Consulted, consult
from delibgraph.registers.files import Register, RegisterError, recognise

__all__ = ["Consulted", "Register", "RegisterError", "consult", "recognise"]
