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

deployment=$(call --max-time 600 --header "Content-Type: application/zip" --data-binary "@$3" \
  "$scm/api/publish?RemoteBuild=false&Deployer=publish.sh") || { echo "$deployment" >&2; exit 1; }
deployment=$scm/api/deployments/${deployment//\"/}
# Asked every second, as the service team recommends (microsoft/vscode-azuretools, pull request 1739): what runs the
# deployment is recycled soon after it, and then knows nothing of it. azd and az take that for success, too.
seen=
for try in $(seq 600); do
  sleep "${PAUSE:-1}"
  answer=$(call --max-time 30 --write-out '\n%{http_code}' "$deployment" 2>/dev/null) || true
  case ${answer##*$'\n'} in
    200 | 202) seen=yes ;;
    404)
      [[ -z $seen ]] || { echo "$3 is published, and its deployment forgotten"; exit 0; }
      ((try < 30)) || { echo "$deployment was never seen" >&2; exit 1; }
      continue
      ;;
    *) continue ;; # While the app restarts an answer may be missing.
  esac
  status=$(python3 -c 'import json, sys; print(json.loads(sys.argv[1]).get("status"))' "${answer%$'\n'*}") || continue
  case $status in
    4) echo "$3 is published"; exit 0 ;;
    -1 | 3 | 5 | 6) # cancelled, failed, conflict, in part
      printf '%s\n' "$answer" "$(call --max-time 30 "$deployment/log")" >&2
      exit 1
      ;;
  esac
done
echo "$3 was not published within ten minutes" >&2
exit 1
