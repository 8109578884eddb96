/** The days that matter for facts, and from when to when each answer holds. */
@NullMarked
package eu.policyadvisor.calendar;

import org.jspecify.annotations.NullMarked;
