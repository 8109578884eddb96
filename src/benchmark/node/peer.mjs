// The rules of Subset.PER_FACT on json-rules-engine, which has no join: the engine runs once for each fact, and priorities
// stand in for chaining. Arguments: a file with thresholds and facts, and the seconds to measure.
// Prints the conclusions, then the microseconds that one fact set takes.
import { readFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'

const { thresholds: limit, facts } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const seconds = Number(process.argv[3])
const engine = new Engine([], { allowUndefinedFacts: true })
let priority = 1000

const is = (fact, value) => ({ fact, operator: 'equal', value })
const not = (fact, value) => ({ fact, operator: 'notEqual', value })
const among = (fact, value) => ({ fact, operator: 'in', value })
const least = (fact, value) => ({ fact, operator: 'greaterThanInclusive', value })
const most = (fact, value) => ({ fact, operator: 'lessThanInclusive', value })
const all = (...conditions) => ({ all: conditions })
const any = (...conditions) => ({ any: conditions })

// What is concluded is a fact for the rules of lower priority.
function rule(conditions, type, ...values) {
  engine.addRule({
    conditions: all(...conditions),
    priority: priority--,
    event: { type, params: { values } },
    onSuccess: (event, almanac) => almanac.addFact([type, ...values].join(' '), true),
  })
}
function finding(id, ...conditions) {
  rule(conditions, 'Finding ' + id)
}

const ACTIVE = ['PLANNED', 'TENDER', 'CONTRACTED', 'OPERATING']
const chip = is('typeOfFact', 'Accelerator')
rule([chip, is('namedInGuidance', true)], 'PrcAdvancedChip', 'NAMED')
rule([chip, is('vendor', 'huawei'), is('namedInGuidance', null), is('tpp', null)], 'PrcAdvancedChip', 'UNSPECIFIED_ASCEND')
rule(
  [
    chip,
    among('namedInGuidance', [null, false]),
    any(among('designerHq', limit.groupD5), among('ultimateParentHq', limit.groupD5)),
    least('tpp', limit.performance),
  ],
  'PrcAdvancedChip', 'PARAMETERS')
rule([chip, among('lifecycle', ACTIVE), is('purpose', 'PRODUCTION'), is('authorisation', 'NONE')], 'Gp10Activity')
rule(
  [
    chip,
    among('lifecycle', [null, ...ACTIVE]),
    among('purpose', [null, 'PRODUCTION']),
    among('authorisation', [null, 'NONE']),
    any(is('lifecycle', null), is('purpose', null), is('authorisation', null)),
  ],
  'Gp10Activity')

const framework = is('typeOfFact', 'Framework')
for (const family of limit.families) {
  rule([framework, is('impliesHardware', family)], 'ImpliedHardware', family)
}
rule([framework, not('impliesHardware', null), among('stage', ['PILOT', 'SERVICE'])], 'Gp10Activity')
finding('frameworks/supply-chain-integrity', framework, any(is('pinned', false), is('sbom', false)))
finding('frameworks/cuda-lock-in', framework, is('impliesHardware', 'nvidia'), least('shareOfCode', limit.lockIn))
rule(
  [
    framework,
    least('secondVendorBenchmarkDate', limit.oldestBenchmark),
    most('secondVendorBenchmarkDate', limit.day),
    most('secondVendorCostGap', limit.costGap),
  ],
  'Reversibility', 'HIGH')
rule([framework, least('shareOfCode', limit.lockIn), not('Reversibility HIGH', true)], 'Reversibility', 'LOW')

const model = is('typeOfFact', 'Model')
rule([model, among('deployment', ['VENDOR_APP', 'VENDOR_API']), is('developerHq', 'CN')], 'PrcService')
rule([model, among('deployment', ['VENDOR_APP', 'VENDOR_API', 'THIRD_PARTY_API']), is('hostingCountry', 'CN')], 'PrcService')
rule([model, is('weights', 'OPEN')], 'Reversibility', 'HIGH')

finding('apps/ai-act-high-risk', is('typeOfFact', 'Application'), is('aiActClass', 'ANNEX_III'))
rule([is('typeOfFact', 'Supplier'), is('criticalInfrastructure', true)], 'CriticalSupply')

const service = is('typeOfFact', 'CloudService')
rule([service, is('exitPlan', true), is('exitTested', false)], 'Reversibility', 'MODERATE')
finding('compute/exit-plan-missing', service, is('critical', true), any(is('exitPlan', false), is('exitTested', false)))
// An event cannot take a value of the fact along, so that the conclusion names the field.
rule([service, not('ultimateParentHq', null)], 'UltimateJurisdiction', '$ultimateParentHq')
rule([service, not('region', null)], 'UltimateJurisdiction', '$region')
const outsideEea = (field) => all(is('UltimateJurisdiction $' + field, true), { fact: field, operator: 'notIn', value: limit.eea })
finding('compute/third-country-cloud-jurisdiction', any(outsideEea('ultimateParentHq'), outsideEea('region')))

const event = is('typeOfFact', 'PolicyEvent')
const cutsSupply = among('type', [
  'EXPORT_LICENCE', 'EXPORT_BAN', 'EXTRATERRITORIAL_EXPORT_LICENCE', 'SANCTIONS', 'THREAT', 'INFORMAL_TRADE_BLOCK'])
finding('geo/control-volatility', event, least('directionChanges', limit.volatility))
rule(
  [
    event,
    cutsSupply,
    is('status', 'IN_FORCE'),
    any(is('effectiveFrom', null), most('effectiveFrom', limit.day)),
    any(is('effectiveTo', null), least('effectiveTo', limit.day)),
  ],
  'SupplyMeasure')
rule(
  [
    event,
    cutsSupply,
    among('status', ['ANNOUNCED', 'SUSPENDED']),
    least('announced', limit.oldestMeasure),
    most('announced', limit.day),
  ],
  'SupplyMeasure')

rule([is('ImpliedHardware ascend', true)], 'PrcAdvancedChip', 'UNSPECIFIED_ASCEND')
const ascend = any(is('PrcAdvancedChip NAMED', true), is('PrcAdvancedChip UNSPECIFIED_ASCEND', true))
rule([any(...ascend.any, is('PrcAdvancedChip PARAMETERS', true)), is('Gp10Activity', true)], 'Gp10Exposure', 'HIGH')
const exposed = is('Gp10Exposure HIGH', true)
rule([exposed, is('usLinks', 1)], 'EnforcementExposure', 'HIGH')
finding('export-control/huawei-ascend-gp10', exposed, ascend)
finding('export-control/publicly-funded-ascend', exposed, chip, is('publiclyFunded', true))
rule([is('EnforcementExposure HIGH', true)], 'Finding export-control/us-nexus-amplifier', 'HIGH')
rule([is('Finding export-control/us-nexus-amplifier HIGH', true)], 'Recommendation export-control/take-to-the-board')
finding('export-control/not-eu-law-breach', is('Finding export-control/huawei-ascend-gp10', true))

async function conclude() {
  const conclusions = []
  for (const fact of facts) {
    const { events } = await engine.run(fact)
    for (const { type, params } of events) {
      const values = params.values.map((value) => (value.startsWith('$') ? fact[value.slice(1)] : value))
      conclusions.push([type, fact.id, ...values].join(' '))
    }
  }
  return conclusions
}

for (const conclusion of new Set(await conclude())) {
  console.log('= ' + conclusion)
}
async function measure(time) {
  const start = performance.now()
  let runs = 0
  while (performance.now() - start < time * 1000) {
    await conclude()
    runs++
  }
  return ((performance.now() - start) * 1000) / runs
}
await measure(seconds / 2)
console.log('microseconds ' + (await measure(seconds)))
