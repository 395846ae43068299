SELECT secret FROM login_secret
