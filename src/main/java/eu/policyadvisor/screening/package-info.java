/** Screening lists: reads, keeps and asks them for the names of parties. */
@NullMarked
package eu.policyadvisor.screening;

import org.jspecify.annotations.NullMarked;
