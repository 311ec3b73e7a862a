### Permission pages: sign in, decide, check, receipt, come back, withdraw.
