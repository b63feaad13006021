package org.compagnonnage.people;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Camunda's page for the first administrator stays closed. */
class InitialSetupFilterTests {

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/app/admin/default/setup", "/camunda/app/admin/default/setup/",
			"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup" })
	void theSetupPageAndItsCallDoNotExist(String path) throws Exception {
		assertThat(status(path)).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/app/admin/default/", "/camunda/api/admin/auth/user/default",
			"/camunda/app/tasklist/default/" })
	void theRestOfTheApplicationsPasses(String path) throws Exception {
		assertThat(status(path)).isEqualTo(200);
	}

	private static int status(String path) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		MockHttpServletResponse response = new MockHttpServletResponse();
		new InitialSetupFilter().doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
