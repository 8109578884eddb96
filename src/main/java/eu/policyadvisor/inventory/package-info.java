/** Reads the inventories that organisations have already, and makes facts of what they state. */
@NullMarked
package eu.policyadvisor.inventory;

import org.jspecify.annotations.NullMarked;
