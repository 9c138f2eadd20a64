/**
 * Gigabytes that volumes on the host of a machine may have together; types that are not listed have none (`volumes_constraint` of answers
 * recorded on 2026-07-30: scaleway/terraform-provider-scaleway@b2d45ed:internal/services/vpcgw/testdata/data-source-vpc-public-gateway-pat-rule-basic.cassette.yaml).
 */
export const LOCAL_GIGABYTES: Readonly<Record<string, number>> = {
  "DEV1-S": 20,
  "DEV1-M": 40,
  "DEV1-L": 80,
  "DEV1-XL": 120,
  "GP1-XS": 150,
  "GP1-S": 300,
  "GP1-M": 600,
  "GP1-L": 600,
  "GP1-XL": 600,
  "RENDER-S": 400,
  "STARDUST1-S": 10,
};
