import { createRequire } from "node:module";
import type { ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import type * as Messages from "@pulumi/pulumi/proto/resource_pb.js";
import { bindLocally } from "../local-socket.ts";
import { type Received, received } from "./received.ts";

/** A resource as the program asked for it. */
export interface Registration extends Received {
  /** `package:module/file:Class` */
  readonly token: string;
  readonly name: string;
  readonly protect: boolean;
  /** `token name` of the resources it waits for, sorted. */
  readonly dependencies: readonly string[];
  /** The same for each input. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What a deployed resource would say of itself, beside its inputs. What it does not say stays unknown, as in a preview. */
export type Computed = (token: string, name: string) => { readonly id?: string; readonly properties?: object };

export interface Monitor {
  readonly address: string;
  readonly errors: readonly string[];
  readonly resources: readonly Registration[];
  outputs(): object;
  stop(): void;
}

interface Call<Request> {
  readonly request: Request;
}
type Reply = (error: null, response: unknown) => void;

const URN = "urn:pulumi:run::project::";
const names = (urns: readonly string[]) => urns.map((urn) => urn.slice(URN.length).replace("::", " ")).sort();

// LogSeverity.ERROR of the engine's protocol.
const ERROR = 3;

/** The two services a program talks to, on a socket of their own. Everything else it may ask for is answered as not implemented. */
export async function startMonitor(computed: Computed | undefined): Promise<Monitor> {
  const grpc = await import("@grpc/grpc-js");
  const require = createRequire(import.meta.url);
  const proto = (name: string) => require(`@pulumi/pulumi/proto/${name}.js`);
  const google = createRequire(require.resolve("@pulumi/pulumi/package.json"));
  const messages = proto("resource_pb") as typeof Messages;
  const { Struct } = google("google-protobuf/google/protobuf/struct_pb.js");
  const { Empty } = google("google-protobuf/google/protobuf/empty_pb.js");

  const resources: Registration[] = [];
  const errors: string[] = [];
  let outputs: object = {};
  const methods: UntypedServiceImplementation = {
    supportsFeature({ request }: Call<Messages.SupportsFeatureRequest>, reply: Reply) {
      const response = new messages.SupportsFeatureResponse();
      response.setHassupport(request.getId() === "secrets");
      reply(null, response);
    },
    registerResource({ request }: Call<Messages.RegisterResourceRequest>, reply: Reply) {
      const [token, name] = [request.getType(), request.getName()];
      const response = new messages.RegisterResourceResponse();
      const urn = `${URN}${token}::${name}`;
      response.setUrn(urn);
      if (request.getCustom()) {
        const inputs = received(request.getObject()?.toJavaScript() ?? {});
        const { id = "", properties } = computed?.(token, name) ?? {};
        response.setId(id);
        response.setObject(Struct.fromJavaScript({ ...(inputs.value as object), ...properties }));
        const byInput = [...request.getPropertydependenciesMap().entries()];
        resources.push({
          ...inputs,
          token,
          name,
          protect: request.getProtect() ?? false,
          dependencies: names(request.getDependenciesList()),
          propertyDependencies: Object.fromEntries(byInput.map(([key, on]) => [key, names(on.getUrnsList())])),
        });
      }
      reply(null, response);
    },
    registerResourceOutputs({ request }: Call<Messages.RegisterResourceOutputsRequest>, reply: Reply) {
      outputs = request.getOutputs()?.toJavaScript() ?? {};
      reply(null, new Empty());
    },
    signalAndWaitForShutdown(_: unknown, reply: Reply) {
      reply(null, new Empty());
    },
    log({ request }: Call<{ getSeverity(): number; getMessage(): string }>, reply: Reply) {
      if (request.getSeverity() >= ERROR) errors.push(request.getMessage());
      reply(null, new Empty());
    },
    setRootResource(_: unknown, reply: Reply) {
      const { SetRootResourceResponse } = proto("engine_pb");
      reply(null, new SetRootResourceResponse());
    },
  };
  const server = new grpc.Server();
  server.addService(proto("resource_grpc_pb").ResourceMonitorService as ServiceDefinition, methods);
  server.addService(proto("engine_grpc_pb").EngineService as ServiceDefinition, methods);
  const socket = await bindLocally(server, grpc.ServerCredentials.createInsecure());
  return {
    address: socket.target,
    errors,
    resources,
    outputs: () => outputs,
    stop: () => socket.close(),
  };
}
