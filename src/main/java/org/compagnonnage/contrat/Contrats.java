package org.compagnonnage.contrat;

import java.sql.Date;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signed contracts. */
@Component
public class Contrats {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Contrats(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Records a signed contract once and publishes {@link ContratSigne}. */
	@Transactional
	public void enregistrer(Contrat contrat) {
		if (duDossier(contrat.reference()).isPresent()) {
			return;
		}
		this.jdbc
			.sql("insert into contrat (reference, type, territoire, prenom, nom, courriel, telephone, debut, fin,"
					+ " signe_le, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(contrat.reference(), contrat.type().code(), contrat.territoire(), contrat.prenom(), contrat.nom(),
					contrat.courriel(), contrat.telephone(), contrat.debut(), contrat.fin(), contrat.signeLe(),
					contrat.document())
			.update();
		this.events.publishEvent(new ContratSigne(contrat));
	}

	public Optional<Contrat> duDossier(String reference) {
		return this.jdbc
			.sql("select reference, type, territoire, prenom, nom, courriel, telephone, debut, fin, signe_le, document"
					+ " from contrat where reference = ?")
			.param(reference)
			.query((rs, row) -> {
				Date fin = rs.getDate("fin");
				return new Contrat(rs.getString("reference"), TypeContrat.of(rs.getString("type")),
						rs.getString("territoire"), rs.getString("prenom"), rs.getString("nom"),
						rs.getString("courriel"), rs.getString("telephone"), rs.getDate("debut").toLocalDate(),
						(fin != null) ? fin.toLocalDate() : null, rs.getDate("signe_le").toLocalDate(),
						rs.getString("document"));
			})
			.optional();
	}

}
