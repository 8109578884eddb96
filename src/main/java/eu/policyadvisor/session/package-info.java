/**
 * Compiles and runs the rules and collects what they conclude. The only code that knows Drools;
 * each assumption about it has a test of its own.
 */
@NullMarked
package eu.policyadvisor.session;

import org.jspecify.annotations.NullMarked;
