/** The conditions of compiled rules, read in two and in three values. */
@NullMarked
package eu.policyadvisor.engine.reading;

import org.jspecify.annotations.NullMarked;
