package org.compagnonnage.partner;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rate of a key. */
class DebitFilterTests {

	private final DebitFilter filtre = new DebitFilter(
			new PartnerSettings(6, 3, DataSize.ofKilobytes(64), 50, Duration.ofDays(30), Duration.ofSeconds(20)));

	@Test
	void each_key_has_its_burst_then_waits() throws Exception {
		for (int reste = 2; reste >= 0; reste--) {
			MockHttpServletResponse reponse = appeler("a");
			assertThat(reponse.getHeader("RateLimit")).startsWith("\"rafale\";r=" + reste + ";t=");
			assertThat(reponse.getHeader("RateLimit-Policy")).isEqualTo("\"debit\";q=6;w=60, \"rafale\";q=3");
		}
		assertThatExceptionOfType(ProblemeException.class).isThrownBy(() -> appeler("a")).satisfies((probleme) -> {
			assertThat(probleme.type()).isEqualTo(TypeProbleme.TROP_DE_REQUETES);
			assertThat(probleme.entetes().getFirst("Retry-After")).isIn("9", "10");
		});
		appeler("b");
	}

	private MockHttpServletResponse appeler(String cle) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/dossiers");
		request.setAttribute(CleFilter.class.getName() + ".PARTENAIRE",
				new Partenaire("bge", "BGE", cle, Set.of(), Set.of()));
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filtre.doFilter(request, response, new MockFilterChain());
		return response;
	}

}
