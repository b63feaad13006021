package org.compagnonnage.support;

import org.compagnonnage.dossier.Dossiers;

/** What a scenario works with. */
public record Atelier(Tasklist tasklist, Engine engine, Dossiers dossiers, RecordingExpedition lettres,
		MutableClock clock) {
}
