package org.compagnonnage.partner;

import java.util.List;
import java.util.function.Function;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Answers lists page by page, all of the same size, with the neighbours in the header
 * {@code Link} (RFC 8288).
 */
@Component
public class Pages {

	private final PartnerSettings settings;

	Pages(PartnerSettings settings) {
		this.settings = settings;
	}

	/** What a page holds, from 0. */
	public PageRequest page(int numero) {
		return PageRequest.of(numero, this.settings.taillePage());
	}

	/**
	 * 200, with the page and its neighbours.
	 * @param element what is told of each that is on the page
	 */
	public <T, E, R> ResponseEntity<R> reponse(Page<T> page, Function<T, E> element, Corps<E, R> corps) {
		ResponseEntity.BodyBuilder reponse = ResponseEntity.ok();
		if (page.hasNext()) {
			reponse.header(HttpHeaders.LINK, lien(page.getNumber() + 1, "next"));
		}
		if (page.hasPrevious()) {
			reponse.header(HttpHeaders.LINK, lien(page.getNumber() - 1, "prev"));
		}
		return reponse
			.body(corps.de(page.map(element).getContent(), page.getNumber(), page.getSize(), page.getTotalElements()));
	}

	private static String lien(int page, String relation) {
		return "<"
				+ ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("page", page).build().toUriString()
				+ ">; rel=\"" + relation + "\"";
	}

	/**
	 * Makes the body of an answer: what is on the page, its number, its size, and how
	 * many there are in all.
	 */
	@FunctionalInterface
	public interface Corps<E, R> {

		R de(List<E> elements, int page, int taille, long total);

	}

}
