/** The zone and language every test process runs in, so that no result depends on the machine. */
export const testEnvironment = { TZ: 'Asia/Shanghai', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
