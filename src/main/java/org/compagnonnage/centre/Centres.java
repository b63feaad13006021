package org.compagnonnage.centre;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What outlives the case of a centre: its services, its opening, its exchanges. Public
 * because the models ask it for the services to open.
 */
@Component
public class Centres {

	private final JdbcClient jdbc;

	Centres(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The services wanted by a centre, in the order of their opening, as codes; the same
	 * while they open, for the model reads them before each.
	 */
	public List<String> familles(String reference) {
		return services(reference).stream().map((service) -> service.famille().code()).toList();
	}

	List<ServiceCentre> services(String reference) {
		return this.jdbc
			.sql("select famille, contenu, ouvert_le, responsable from centre_service where reference = ?"
					+ " order by rang")
			.param(reference)
			.query((rs, row) -> {
				Date ouvertLe = rs.getDate("ouvert_le");
				return new ServiceCentre(FamilleServices.de(rs.getString("famille")), rs.getString("contenu"),
						(ouvertLe != null) ? ouvertLe.toLocalDate() : null, rs.getString("responsable"));
			})
			.list();
	}

	/** Keeps the services that a centre will open, in their order. */
	@Transactional
	void prevoir(String reference, List<ServiceCentre> services) {
		for (int rang = 0; rang < services.size(); rang++) {
			this.jdbc.sql("insert into centre_service (reference, famille, rang, contenu) values (?, ?, ?, ?)")
				.params(reference, services.get(rang).famille().code(), rang + 1, services.get(rang).contenu())
				.update();
		}
	}

	@Transactional
	void ouvrirService(String reference, FamilleServices famille, LocalDate ouvertLe, String responsable) {
		this.jdbc.sql("update centre_service set ouvert_le = ?, responsable = ? where reference = ? and famille = ?")
			.params(ouvertLe, responsable, reference, famille.code())
			.update();
	}

	@Transactional
	void ouvrir(CentreOuvert centre) {
		this.jdbc.sql("insert into centre (reference, perimetre, nom, pays, lieu, ouvert_le) values (?, ?, ?, ?, ?, ?)")
			.params(centre.reference(), centre.perimetre(), centre.nom(), centre.pays(), centre.lieu(),
					centre.ouvertLe())
			.update();
	}

	@Transactional
	void inscrire(String reference, EchangeCentres echange) {
		this.jdbc
			.sql("insert into centre_echange (reference, numero, type, tenu_le, centres, enseignements, suites)"
					+ " select ?, coalesce(max(numero), 0) + 1, ?, cast(? as date), ?, ?, ? from centre_echange"
					+ " where reference = ?")
			.params(reference, echange.type(), echange.tenuLe(), echange.centres(), echange.enseignements(),
					echange.suites(), reference)
			.update();
	}

}
