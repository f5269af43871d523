/** The switches of Chromium under which the command line runs without a screen; electron/main.ts has the same ones. */
export const HEADLESS = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];

/** The script behind the command `jianbao`: says in words what Chromium would say in its own, then becomes the program. */
export function launcher() {
  return `#!/bin/sh
# 检报。${'`'}jianbao${'`'} 打开窗口，${'`'}jianbao --cli …${'`'} 是命令行。
here=$(dirname "$(readlink -f "$0")")
if [ "$(id -u)" = 0 ]; then
  echo "检报不以 root 身份运行。请换成普通用户，例如：runuser -u 用户名 -- jianbao $*" >&2
  exit 64
fi
# 浏览器内核的沙箱要么靠用户命名空间，要么靠属于 root 的 chrome-sandbox。
if [ ! -u "$here/chrome-sandbox" ] && ! unshare --user --map-root-user true 2>/dev/null; then
  echo "这个系统不许普通用户使用沙箱，检报没有打开。请管理员执行：chown root:root $here/chrome-sandbox && chmod 4755 $here/chrome-sandbox" >&2
  exit 70
fi
for word in "$@"; do
  case "$word" in
    --cli|--self-check) exec "$here/jianbao" ${HEADLESS.join(' ')} "$@" ;;
  esac
done
if [ -z "$DISPLAY" ] && [ -z "$WAYLAND_DISPLAY" ]; then
  echo "这里没有显示器，窗口打不开。命令行可以用：jianbao --cli help" >&2
  exit 70
fi
exec "$here/jianbao" "$@"
`;
}
