# Texts of the head of the page in English.

scheme-system = Light or dark as your system
scheme-light = Light
scheme-dark = Dark
server-away = The atlas’s server does not answer. The map still works; evidence will load when the server is back.
watch-problems = { $count ->
    [one] The files of the atlas have one problem. What is shown is the last state without any.
   *[other] The files of the atlas have { $count } problems. What is shown is the last state without any.
}
