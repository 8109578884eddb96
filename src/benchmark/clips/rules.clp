; All rules of Subset.ALL. The templates of facts and the globals come before this file, the facts after it.
; A value that is not known is nil. Decimals are whole ten-thousandths; dates are numbers such as 20261101.

(deftemplate loaded)
(deftemplate PrcAdvancedChip (slot on) (slot ground))
(deftemplate Gp10Activity (slot on))
(deftemplate Gp10Exposure (slot on) (slot level))
(deftemplate EnforcementExposure (slot on) (slot level))
(deftemplate ImpliedHardware (slot on) (slot family))
(deftemplate BifurcationExposure (slot on) (slot level))
(deftemplate CoercionExposure (slot on) (slot country) (slot level))
(deftemplate CriticalSupply (slot on))
(deftemplate ModelTask (slot on) (slot task))
(deftemplate PrcService (slot on))
(deftemplate Reversibility (slot on) (slot level))
(deftemplate SinglePointOfFailure (slot on))
(deftemplate StrategicDependency (slot on) (slot country) (slot level))
(deftemplate SupplyMeasure (slot on))
(deftemplate UltimateJurisdiction (slot on) (slot country))
(deftemplate Finding (slot rule) (slot on) (slot level (default nil)))
(deftemplate Recommendation (slot rule) (slot on))

; Sums are taken once all facts are there, which (loaded) says.
(deffunction compute-of-country (?country)
  (bind ?sum 0)
  (do-for-all-facts ((?f Accelerator)) (and (eq ?f:designerHq ?country) (neq ?f:shareOfCompute nil))
    (bind ?sum (+ ?sum ?f:shareOfCompute)))
  ?sum)
(deffunction compute-of-vendor (?vendor)
  (bind ?sum 0)
  (do-for-all-facts ((?f Accelerator)) (and (eq ?f:vendor ?vendor) (neq ?f:shareOfCompute nil))
    (bind ?sum (+ ?sum ?f:shareOfCompute)))
  ?sum)
(deffunction compute-made-in (?country)
  (bind ?sum 0)
  (do-for-all-facts ((?f Accelerator)) (and (eq ?f:foundryCountry ?country) (neq ?f:shareOfCompute nil))
    (bind ?sum (+ ?sum ?f:shareOfCompute)))
  ?sum)

(defrule derived/advanced-chip-named
  (logical (Accelerator (id ?id) (namedInGuidance TRUE)))
  => (assert (PrcAdvancedChip (on ?id) (ground NAMED))))

(defrule derived/advanced-chip-unspecified-ascend
  (logical (Accelerator (id ?id) (vendor "huawei") (namedInGuidance nil) (tpp nil)))
  => (assert (PrcAdvancedChip (on ?id) (ground UNSPECIFIED_ASCEND))))

(defrule derived/advanced-chip-implied
  (logical (ImpliedHardware (on ?id) (family "ascend")))
  => (assert (PrcAdvancedChip (on ?id) (ground UNSPECIFIED_ASCEND))))

(defrule derived/advanced-chip-by-performance
  (logical (Accelerator (id ?id) (namedInGuidance nil|FALSE) (designerHq ?hq)
                        (ultimateParentHq ?parent&:(or (member$ ?hq ?*group-d5*) (member$ ?parent ?*group-d5*)))
                        (tpp ?tpp&~nil&:(>= ?tpp ?*performance*))))
  => (assert (PrcAdvancedChip (on ?id) (ground PARAMETERS))))

(defrule derived/gp10-activity
  (logical (Accelerator (id ?id) (lifecycle PLANNED|TENDER|CONTRACTED|OPERATING) (purpose PRODUCTION) (authorisation NONE)))
  => (assert (Gp10Activity (on ?id))))

(defrule derived/gp10-activity-presumed
  (logical (Accelerator (id ?id) (lifecycle ?lifecycle&nil|PLANNED|TENDER|CONTRACTED|OPERATING) (purpose ?purpose&nil|PRODUCTION)
                        (authorisation ?authorisation&nil|NONE
                                       &:(or (eq ?lifecycle nil) (eq ?purpose nil) (eq ?authorisation nil)))))
  => (assert (Gp10Activity (on ?id))))

(defrule derived/runtime-implies-chip
  (logical (Framework (id ?id) (impliesHardware ?family&~nil)))
  => (assert (ImpliedHardware (on ?id) (family ?family))))

(defrule derived/gp10-activity-runtime
  (logical (Framework (id ?id) (impliesHardware ~nil) (stage PILOT|SERVICE)))
  => (assert (Gp10Activity (on ?id))))

(defrule derived/gp10-exposure
  (logical (PrcAdvancedChip (on ?id)) (Gp10Activity (on ?id)))
  => (assert (Gp10Exposure (on ?id) (level HIGH))))

(defrule derived/enforcement-exposure-one-link
  (logical (Gp10Exposure (on ?id)) (Subject (usNexusKnown TRUE) (usNexus ?)))
  => (assert (EnforcementExposure (on ?id) (level HIGH))))

(defrule export-control/huawei-ascend-gp10
  (logical (Gp10Exposure (on ?id)) (PrcAdvancedChip (on ?id) (ground NAMED|UNSPECIFIED_ASCEND)))
  => (assert (Finding (rule "export-control/huawei-ascend-gp10") (on ?id))))

(defrule export-control/publicly-funded-ascend
  (logical (Gp10Exposure (on ?id)) (Accelerator (id ?id) (publiclyFunded TRUE)))
  => (assert (Finding (rule "export-control/publicly-funded-ascend") (on ?id))))

(defrule export-control/us-nexus-amplifier
  (logical (EnforcementExposure (on ?id) (level ?level&HIGH|CRITICAL)))
  => (assert (Finding (rule "export-control/us-nexus-amplifier") (on ?id) (level ?level))))

(defrule export-control/take-to-the-board
  (logical (Finding (rule "export-control/us-nexus-amplifier") (on ?id)))
  => (assert (Recommendation (rule "export-control/take-to-the-board") (on ?id))))

(defrule export-control/not-eu-law-breach
  (logical (Finding (rule "export-control/huawei-ascend-gp10"|"export-control/prc-3a090-presumption") (on ?id)))
  => (assert (Finding (rule "export-control/not-eu-law-breach") (on ?id))))

(defrule frameworks/supply-chain-integrity
  (logical (Framework (id ?id) (pinned ?pinned) (sbom ?sbom&:(or (eq ?pinned FALSE) (eq ?sbom FALSE)))))
  => (assert (Finding (rule "frameworks/supply-chain-integrity") (on ?id))))

(defrule frameworks/cuda-lock-in
  (logical (Framework (id ?id) (impliesHardware "nvidia") (shareOfCode ?share&~nil&:(>= ?share ?*lock-in*))))
  => (assert (Finding (rule "frameworks/cuda-lock-in") (on ?id))))

(defrule derived/reversibility-portable-code
  (logical (Framework (id ?id)
                      (secondVendorBenchmarkDate ?date&~nil&:(>= ?date ?*oldest-benchmark*)&:(<= ?date ?*day*))
                      (secondVendorCostGap ?gap&~nil&:(<= ?gap ?*cost-gap*))))
  => (assert (Reversibility (on ?id) (level HIGH))))

(defrule derived/reversibility-locked-code
  (logical (Framework (id ?id) (shareOfCode ?share&~nil&:(>= ?share ?*lock-in*)))
           (not (Reversibility (on ?id) (level HIGH))))
  => (assert (Reversibility (on ?id) (level LOW))))

(defrule derived/prc-service-of-developer
  (logical (Model (id ?id) (deployment VENDOR_APP|VENDOR_API) (developerHq "CN")))
  => (assert (PrcService (on ?id))))

(defrule derived/prc-service-by-hosting
  (logical (Model (id ?id) (deployment VENDOR_APP|VENDOR_API|THIRD_PARTY_API) (hostingCountry "CN")))
  => (assert (PrcService (on ?id))))

(defrule derived/reversibility-open-model
  (logical (Model (id ?id) (weights OPEN)))
  => (assert (Reversibility (on ?id) (level HIGH))))

(defrule derived/model-informs-through-application
  (logical (Application (use PUBLIC_INFORMATION|EDUCATION|MEDIA|RESEARCH|POLICY_TEXT) (usesModel ?id)) (Model (id ?id)))
  => (assert (ModelTask (on ?id) (task INFORMS))))

(defrule apps/ai-act-high-risk
  (logical (Application (id ?id) (aiActClass ANNEX_III)))
  => (assert (Finding (rule "apps/ai-act-high-risk") (on ?id))))

(defrule derived/critical-supply
  (logical (Supplier (id ?id) (criticalInfrastructure TRUE)))
  => (assert (CriticalSupply (on ?id))))

(defrule derived/reversibility-untested-exit
  (logical (CloudService (id ?id) (exitPlan TRUE) (exitTested FALSE)))
  => (assert (Reversibility (on ?id) (level MODERATE))))

(defrule compute/exit-plan-missing
  (logical (CloudService (id ?id) (critical TRUE) (exitPlan ?plan)
                         (exitTested ?tested&:(or (eq ?plan FALSE) (eq ?tested FALSE)))))
  => (assert (Finding (rule "compute/exit-plan-missing") (on ?id))))

(defrule derived/jurisdiction-of-cloud-provider
  (logical (CloudService (id ?id) (ultimateParentHq ?country&~nil)))
  => (assert (UltimateJurisdiction (on ?id) (country ?country))))

(defrule derived/jurisdiction-of-cloud-region
  (logical (CloudService (id ?id) (region ?country&~nil)))
  => (assert (UltimateJurisdiction (on ?id) (country ?country))))

(defrule compute/third-country-cloud-jurisdiction
  (logical (UltimateJurisdiction (on ?id) (country ?country&:(not (member$ ?country ?*eea*)))) (CloudService (id ?id)))
  => (assert (Finding (rule "compute/third-country-cloud-jurisdiction") (on ?id))))

(defrule derived/bifurcation-chips
  (logical (Accelerator (designerHq "CN") (lifecycle PLANNED|TENDER|CONTRACTED|OPERATING))
           (exists (Accelerator (designerHq "US") (lifecycle PLANNED|TENDER|CONTRACTED|OPERATING)))
           (Subject (id ?id)))
  => (assert (BifurcationExposure (on ?id) (level MODERATE))))

(defrule derived/bifurcation-cloud
  (logical (Accelerator (designerHq "CN") (lifecycle PLANNED|TENDER|CONTRACTED|OPERATING))
           (exists (CloudService (ultimateParentHq "US")))
           (Subject (id ?id)))
  => (assert (BifurcationExposure (on ?id) (level MODERATE))))

(defrule chips/foundry-concentration-tw
  (logical (loaded) (test (>= (compute-made-in "TW") ?*foundry-share*)) (Subject (id ?id)))
  => (assert (Finding (rule "chips/foundry-concentration-tw") (on ?id))))

(defrule derived/strategic-dependency-accelerators-high
  (logical (Accelerator (id ?id) (designerHq ?country&~nil&:(not (member$ ?country ?*eu*)))
                        (shareOfCompute ?share&:(or (eq ?share nil) (> ?share 0)))
                        (substitutionMonths ?months&~nil&:(>= ?months ?*high-months*)))
           (loaded)
           (test (>= (compute-of-country ?country) ?*high-share*)))
  => (assert (StrategicDependency (on ?id) (country ?country) (level HIGH))))

(defrule derived/strategic-dependency-high
  (logical (CountryShare (of ?id) (country ?country&~nil&:(not (member$ ?country ?*eu*)))
                         (share ?share&~nil&:(>= ?share ?*high-share*)))
           (or (Dependency (id ?id) (impact MEDIUM|HIGH) (substitutionMonths ?months&~nil&:(>= ?months ?*high-months*))
                           (criticalInfrastructure nil|FALSE))
               (CriticalInput (id ?id) (impact MEDIUM|HIGH) (substitutionMonths ?months&~nil&:(>= ?months ?*high-months*))
                              (criticalInfrastructure nil|FALSE))))
  => (assert (StrategicDependency (on ?id) (country ?country) (level HIGH))))

(defrule derived/single-point-of-failure-accelerators
  (logical (Accelerator (id ?id) (vendor ?vendor&~nil) (shareOfCompute ?share&:(or (eq ?share nil) (> ?share 0)))
                        (secondSourceQualified FALSE))
           (loaded)
           (test (>= (compute-of-vendor ?vendor) ?*vendor-share*)))
  => (assert (SinglePointOfFailure (on ?id))))

(defrule dependency/single-vendor-accelerator
  (logical (SinglePointOfFailure (on ?id)) (Accelerator (id ?id) (vendor ?vendor) (shareOfCompute ?share))
           (not (and (SinglePointOfFailure (on ?other&~?id))
                     (Accelerator (id ?other) (vendor ?vendor)
                                  (shareOfCompute ?more&~nil&:(and (neq ?share nil) (> ?more ?share)))))))
  => (assert (Finding (rule "dependency/single-vendor-accelerator") (on ?id))))

(defrule dependency/swap-is-not-diversification
  (logical (Accelerator (id ?id) (designerHq "CN") (replaces ?replaced&~nil)) (Accelerator (id ?replaced) (designerHq "US")))
  => (assert (Finding (rule "dependency/swap-is-not-diversification") (on ?id))))

(defrule geo/control-volatility
  (logical (PolicyEvent (id ?id) (directionChanges ?changes&~nil&:(>= ?changes ?*volatility*))))
  => (assert (Finding (rule "geo/control-volatility") (on ?id))))

(defrule derived/supply-measure-in-force
  (logical (PolicyEvent (id ?id) (status IN_FORCE)
                        (type EXPORT_LICENCE|EXPORT_BAN|EXTRATERRITORIAL_EXPORT_LICENCE|SANCTIONS|THREAT|INFORMAL_TRADE_BLOCK)
                        (effectiveFrom ?from&:(or (eq ?from nil) (<= ?from ?*day*)))
                        (effectiveTo ?to&:(or (eq ?to nil) (>= ?to ?*day*)))))
  => (assert (SupplyMeasure (on ?id))))

(defrule derived/supply-measure-recent
  (logical (PolicyEvent (id ?id) (status ANNOUNCED|SUSPENDED)
                        (type EXPORT_LICENCE|EXPORT_BAN|EXTRATERRITORIAL_EXPORT_LICENCE|SANCTIONS|THREAT|INFORMAL_TRADE_BLOCK)
                        (announced ?announced&~nil&:(>= ?announced ?*oldest-measure*)&:(<= ?announced ?*day*))))
  => (assert (SupplyMeasure (on ?id))))

(defrule derived/coercion-exposure-critical
  (logical (StrategicDependency (on ?supply) (country ?country) (level HIGH|CRITICAL))
           (SupplyMeasure (on ?measure))
           (PolicyEvent (id ?measure) (imposingCountry ?country) (concerns ?supply)))
  => (assert (CoercionExposure (on ?supply) (country ?country) (level CRITICAL))))

(defrule dependency/supply-open-to-coercion
  (logical (CoercionExposure (on ?id) (level ?level)))
  => (assert (Finding (rule "dependency/supply-open-to-coercion") (on ?id) (level ?level))))

(defrule dependency/prepare-for-a-cut
  (logical (Finding (rule "dependency/supply-open-to-coercion") (on ?id)))
  => (assert (Recommendation (rule "dependency/prepare-for-a-cut") (on ?id))))

(deffunction print-conclusions ()
  (do-for-all-facts ((?f PrcAdvancedChip)) TRUE (printout t "= PrcAdvancedChip " ?f:on " " ?f:ground crlf))
  (do-for-all-facts ((?f Gp10Activity)) TRUE (printout t "= Gp10Activity " ?f:on crlf))
  (do-for-all-facts ((?f Gp10Exposure)) TRUE (printout t "= Gp10Exposure " ?f:on " " ?f:level crlf))
  (do-for-all-facts ((?f EnforcementExposure)) TRUE (printout t "= EnforcementExposure " ?f:on " " ?f:level crlf))
  (do-for-all-facts ((?f ImpliedHardware)) TRUE (printout t "= ImpliedHardware " ?f:on " " ?f:family crlf))
  (do-for-all-facts ((?f BifurcationExposure)) TRUE (printout t "= BifurcationExposure " ?f:on " " ?f:level crlf))
  (do-for-all-facts ((?f CoercionExposure)) TRUE
    (printout t "= CoercionExposure " ?f:on " " ?f:country " " ?f:level crlf))
  (do-for-all-facts ((?f CriticalSupply)) TRUE (printout t "= CriticalSupply " ?f:on crlf))
  (do-for-all-facts ((?f ModelTask)) TRUE (printout t "= ModelTask " ?f:on " " ?f:task crlf))
  (do-for-all-facts ((?f PrcService)) TRUE (printout t "= PrcService " ?f:on crlf))
  (do-for-all-facts ((?f Reversibility)) TRUE (printout t "= Reversibility " ?f:on " " ?f:level crlf))
  (do-for-all-facts ((?f SinglePointOfFailure)) TRUE (printout t "= SinglePointOfFailure " ?f:on crlf))
  (do-for-all-facts ((?f StrategicDependency)) TRUE
    (printout t "= StrategicDependency " ?f:on " " ?f:country " " ?f:level crlf))
  (do-for-all-facts ((?f SupplyMeasure)) TRUE (printout t "= SupplyMeasure " ?f:on crlf))
  (do-for-all-facts ((?f UltimateJurisdiction)) TRUE (printout t "= UltimateJurisdiction " ?f:on " " ?f:country crlf))
  (do-for-all-facts ((?f Finding)) (eq ?f:level nil) (printout t "= Finding " ?f:rule " " ?f:on crlf))
  (do-for-all-facts ((?f Finding)) (neq ?f:level nil) (printout t "= Finding " ?f:rule " " ?f:on " " ?f:level crlf))
  (do-for-all-facts ((?f Recommendation)) TRUE (printout t "= Recommendation " ?f:rule " " ?f:on crlf)))

; Asserts the facts and runs the rules, again and again.
(deffunction measure (?seconds)
  (bind ?runs 0)
  (bind ?start (time))
  (while (< (- (time) ?start) ?seconds)
    (reset)
    (run)
    (bind ?runs (+ ?runs 1)))
  (printout t "microseconds " (/ (* 1000000 (- (time) ?start)) ?runs) crlf))
