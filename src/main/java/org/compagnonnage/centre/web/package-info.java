/**
 * The resource centre as partners reach it over REST.
 */
package org.compagnonnage.centre.web;
