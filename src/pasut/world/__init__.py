"""What is true whatever the language: states, bodies, armed groups, persons and their offices, wars."""
