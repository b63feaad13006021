package org.compagnonnage.notification;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of letters, table {@code courrier}. */
@Repository
class Courriers {

	private final JdbcClient jdbc;

	Courriers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int prochainOrdinal(String reference, String modele) {
		return 1 + this.jdbc.sql("select coalesce(max(ordinal), 0) from courrier where reference = ? and modele = ?")
			.params(reference, modele)
			.query(Integer.class)
			.single();
	}

	void inscrire(Courrier courrier) {
		this.jdbc.sql("""
				insert into courrier (message_id, reference, modele, ordinal, destinataire, objet, envoye_le)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(courrier.messageId(), courrier.reference(), courrier.modele(), courrier.ordinal(),
					courrier.destinataire(), courrier.objet(),
					OffsetDateTime.ofInstant(courrier.envoyeLe(), ZoneOffset.UTC))
			.update();
	}

}
