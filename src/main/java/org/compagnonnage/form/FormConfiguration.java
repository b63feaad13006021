package org.compagnonnage.form;

import jakarta.servlet.DispatcherType;
import org.compagnonnage.engine.EngineRest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the check of what people send behind the authentication of both addresses of the
 * engine's REST interface.
 */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

	@Bean
	FilterRegistrationBean<SaisieFilter> saisieRegistration(SaisieFilter filter) {
		FilterRegistrationBean<SaisieFilter> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(EngineRest.PATTERNS);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setMatchAfter(true);
		return registration;
	}

}
