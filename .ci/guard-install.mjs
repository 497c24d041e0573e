// `npm install` at the root would install nothing for packages/* and still exit 0: stop it and say what to do.
if (!(process.env.npm_config_user_agent ?? "").startsWith("pnpm/")) {
  console.error("这是 pnpm 工作区：请运行 npm start 或 npm test（会自动安装），或 npx -y pnpm@10.34.9 install");
  console.error(
    "This is a pnpm workspace: run npm start or npm test (they install by themselves), or npx -y pnpm@10.34.9 install",
  );
  process.exit(1);
}
