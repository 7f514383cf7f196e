# Texts of the head of the page in English.

scheme-system = Light or dark as your system
scheme-light = Light
scheme-dark = Dark
server-away = The atlas’s server does not answer. The map still works; evidence will load when the server is back.
