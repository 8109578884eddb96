/** Calendars, a class for each format. */
@NullMarked
package eu.policyadvisor.report.calendar;

import org.jspecify.annotations.NullMarked;
