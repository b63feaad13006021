package org.compagnonnage.partner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body has arrived as a whole. */
abstract class CorpsRecu extends HttpServletRequestWrapper {

	CorpsRecu(HttpServletRequest request) {
		super(request);
	}

	/** What is the same when the same request is sent again, and only then. */
	abstract byte[] aComparer();

}
