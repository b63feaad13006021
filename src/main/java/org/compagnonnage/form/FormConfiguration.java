package org.compagnonnage.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.compagnonnage.engine.EngineRest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the check of what people send behind the authentication of both addresses of the
 * engine's REST interface.
 */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

	/**
	 * Registers the check last of all: a filter that is a bean of its own would come
	 * before the login of the web applications, and not know who is calling.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> saisieApresConnexion(
			ObjectProvider<IdentityService> identity, ObjectProvider<Saisies> saisies,
			ObjectProvider<ObjectMapper> json) {
		return (factory) -> factory.addInitializers((context) -> {
			FilterRegistrationBean<SaisieFilter> registration = new FilterRegistrationBean<>(
					new SaisieFilter(identity.getObject(), saisies.getObject(), json.getObject()));
			registration.setName("saisieFilter");
			registration.addUrlPatterns(EngineRest.PATTERNS);
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			registration.setMatchAfter(true);
			registration.onStartup(context);
		});
	}

}
