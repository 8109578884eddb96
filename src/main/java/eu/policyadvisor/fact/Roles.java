package eu.policyadvisor.fact;

import org.jspecify.annotations.Nullable;

/**
 * Who does what in an organisation, as a brief names them; null where the facts do not say it. It
 * changes no advice.
 *
 * @param board who decides
 * @param legal who knows the law
 * @param procurement who buys
 * @param it who runs the systems
 * @param security who looks after their security
 * @param dataProtection who looks after personal data
 * @param product who answers for an application
 * @param exportControl who clears deliveries abroad
 */
public record Roles(
    @Field("Who decides.") @Nullable String board,
    @Field("Who knows the law.") @Nullable String legal,
    @Field("Who buys.") @Nullable String procurement,
    @Field("Who runs the systems.") @Nullable String it,
    @Field("Who looks after their security.") @Nullable String security,
    @Field("Who looks after personal data.") @Nullable String dataProtection,
    @Field("Who answers for an application.") @Nullable String product,
    @Field("Who clears deliveries abroad.") @Nullable String exportControl) {

  /** None is named. */
  public static final Roles NONE = new Roles(null, null, null, null, null, null, null, null);
}
