package org.compagnonnage.abonnement;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** The subscriptions of a partner. */
@Schema(description = "Vos abonnements, les plus anciens d'abord.")
record ListeAbonnements(@Schema(description = "Les abonnements.",
		requiredMode = Schema.RequiredMode.REQUIRED) List<SuiviAbonnement> elements) {
}
