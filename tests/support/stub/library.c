/* Stands in for the libraries beside electron.exe. */
int stub(void) { return 0; }
