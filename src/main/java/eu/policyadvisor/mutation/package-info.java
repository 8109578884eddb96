/** Which small changes of rules no case notices. */
@NullMarked
package eu.policyadvisor.mutation;

import org.jspecify.annotations.NullMarked;
