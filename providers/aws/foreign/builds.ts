import { effort, judgement, service } from "../../foreign-services.ts";

/** What builds and delivers software and machine images. */
export const builds = {
  ...service(
    {
      class: "cicd",
      instead: { scaleway: "GitLab or GitHub runners on instances", ovh: "GitLab or GitHub runners on instances" },
      citation: effort("cicd"),
    },
    {
      aws_codebuild_project: ["Build run by AWS", "pipelineOrBuild"],
      aws_codebuild_webhook: ["What starts a build"],
      aws_codebuild_source_credential: ["Credentials of builds at a Git host"],
      aws_codebuild_report_group: ["Where test reports of builds are kept"],
      aws_codepipeline: ["Delivery pipeline", "pipelineOrBuild"],
      aws_codepipeline_webhook: ["What starts a delivery pipeline"],
      aws_codedeploy_app: ["Deployment to machines or containers", "pipelineOrBuild"],
      aws_codedeploy_deployment_group: ["What a deployment reaches"],
      aws_codedeploy_deployment_config: ["How fast a deployment proceeds"],
      aws_codecommit_repository: ["Git repository", "repository"],
      aws_codeartifact_domain: ["Package registries that belong together"],
      aws_codeartifact_repository: ["Package registry", "repository"],
      aws_codestarconnections_connection: ["Connection to a Git host"],
      aws_codeconnections_connection: ["Connection to a Git host (newer name)"],
      aws_codestarconnections_host: ["Git host of one's own that is connected to"],
      aws_codestarnotifications_notification_rule: ["Messages about builds and deployments"],
      aws_codecommit_trigger: ["What a change in a Git repository starts"],
      aws_codecommit_approval_rule_template: ["Who must approve a change in Git repositories"],
      aws_codecommit_approval_rule_template_association: ["Git repository that such a rule holds for"],
      aws_codeartifact_domain_permissions_policy: ["Who may use package registries that belong together"],
      aws_codeartifact_repository_permissions_policy: ["Who may use a package registry"],
      aws_codebuild_fleet: ["Machines kept for builds"],
    },
  ),
  ...service(
    {
      class: "cicd",
      instead: {
        scaleway: "Packer in a pipeline; Scaleway keeps images of its own",
        ovh: "Packer in a pipeline; OpenStack keeps images of its own",
      },
      citation: judgement("a recipe of an image is charged like a build"),
    },
    {
      aws_imagebuilder_image_recipe: ["Recipe of a machine image", "pipelineOrBuild"],
      aws_imagebuilder_container_recipe: ["Recipe of a container image", "pipelineOrBuild"],
      aws_imagebuilder_component: ["Step of a recipe"],
      aws_imagebuilder_image_pipeline: ["When images are built"],
      aws_imagebuilder_image: ["Image that was built"],
      aws_imagebuilder_infrastructure_configuration: ["Machines that build images"],
      aws_imagebuilder_distribution_configuration: ["Where images are copied to"],
    },
  ),
};
