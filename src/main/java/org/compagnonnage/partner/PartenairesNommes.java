package org.compagnonnage.partner;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.compagnonnage.document.NomsPartenaires;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the staff read where a partner attached a file. */
@Component
class PartenairesNommes implements NomsPartenaires {

	private final JdbcClient jdbc;

	PartenairesNommes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, String> noms(Collection<String> partenaires) {
		if (partenaires.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("select id, nom from partenaire where id in (:ids)")
			.param("ids", partenaires)
			.query((row, number) -> Map.entry(row.getString("id"), row.getString("nom")))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
