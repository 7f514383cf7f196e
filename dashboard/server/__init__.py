"""The process that serves the page: application, routes, files, first answer."""
