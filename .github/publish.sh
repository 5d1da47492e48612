#!/usr/bin/env bash
# publish.sh RESOURCE_GROUP FUNCTION_APP PACKAGE: the app runs the package as it is. (After az login.)
# `az functionapp deployment source config-zip` cannot do that: for Python on Flex Consumption it always has Azure install
# requirements.txt anew (enable_zip_deploy_flex in Azure/azure-cli), which has been done with another Python than the
# app's (Azure/azure-dev, issue 8538). This is the same call with RemoteBuild=false.
set -euo pipefail
scm=$(az functionapp show --resource-group "$1" --name "$2" --output tsv \
  --query "(hostNameSslStates || properties.hostNameSslStates)[?hostType=='Repository'].name | [0]")
[[ -n $scm ]] || { echo "$2 has no address to publish to" >&2; exit 1; }
[[ $scm == *://* ]] || scm=https://$scm
token=$(az account get-access-token --query accessToken --output tsv)

# The token goes by a file descriptor: a command line can be read by others on the machine.
call() {
  curl --silent --show-error --fail-with-body --config <(printf 'header = "Authorization: Bearer %s"\n' "$token") "$@"
}

call --max-time 600 --header "Content-Type: application/zip" --data-binary "@$3" --output /dev/null \
  "$scm/api/publish?RemoteBuild=false&Deployer=publish.sh"
for _ in $(seq 120); do
  sleep "${PAUSE:-5}"
  # While the app restarts an answer may be missing.
  answer=$(call --max-time 30 "$scm/api/deployments/latest") || continue
  status=$(python3 -c 'import json, sys; print(json.loads(sys.argv[1]).get("status"))' "$answer") || continue
  case $status in
    4) echo "$3 is published"; exit 0 ;;
    3 | 5 | 6 | -1) echo "$answer" >&2; exit 1 ;; # failed, cancelled, in part, conflict
  esac
done
echo "$3 was not published within ten minutes" >&2
exit 1
