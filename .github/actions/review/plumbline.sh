# The command that the repository installed, else that of the registry, at the version that was asked for.
if [ -x node_modules/.bin/plumbline ]; then
  plumbline=(node_modules/.bin/plumbline)
elif [ -n "${PLUMBLINE_VERSION:-}" ]; then
  plumbline=(npx -y "@plumbline/cli@$PLUMBLINE_VERSION")
else
  echo '::error::Install @plumbline/cli in this repository, or give the input "version".'
  exit 2
fi
