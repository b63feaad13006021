#!/usr/bin/env bash
# The README's first command starts the demo, and its journey begins: pages, a partner's request, a task for the référent.
set -euo pipefail
cd "$(dirname "$0")/.."

port=18080
adresse=http://localhost:$port
journal=target/demarrer.log
setsid mvn -B -ntp spring-boot:run -Dspring-boot.run.arguments="--server.port=$port --spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_ON_EXIT=FALSE --compagnonnage.courrier.dossier=target/demarrer-courriels" > "$journal" 2>&1 &
maven=$!
trap 'kill -- -$maven 2>/dev/null || true' EXIT

refuser() {
  echo "demarrer: $1" >&2
  tail -40 "$journal" >&2
  exit 1
}

for _ in $(seq 1 300); do
  curl -sf "$adresse/actuator/health" > /dev/null && break
  kill -0 $maven 2>/dev/null || refuser "mvn spring-boot:run ended"
  sleep 1
done
curl -sfL "$adresse/camunda/app/tasklist/default/" | grep -q '<base' || refuser "Tasklist does not answer"
reponse=$(curl -s -X POST "$adresse/api/v1/admissions" -H 'Authorization: Bearer demo-partenaire-0000000000000000' \
  -H 'Content-Type: application/json' -d '{"porteur":{"prenom":"Léa","nom":"Martin","courriel":"lea.martin@exemple.fr"},"territoire":"37","projet":{"resume":"Reliure d’art."}}')
reference=$(sed -n 's/.*"reference":"\([^"]*\)".*/\1/p' <<< "$reponse")
[ -n "$reference" ] || refuser "the partner's request answered $reponse"
curl -sf -u referent37:demo "$adresse/engine-rest/task?processInstanceBusinessKey=$reference&maxResults=5" \
  | grep -q userTask_accueillirPersonne || refuser "the référent has no task for $reference"
echo "demarrer: the demo runs, $reference waits for its référent"
