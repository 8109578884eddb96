/** What is wrong, where it stands, and what was probably meant. */
@NullMarked
package eu.policyadvisor.problem;

import org.jspecify.annotations.NullMarked;
