"""Reminders: what waits for each person, told once every working morning; what is late also to the desk above."""

from . import instansi_ingat, dpmd_ringkasan
